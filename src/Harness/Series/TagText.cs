using System.Globalization;

namespace GatewayBench;

using Tag = KeyValuePair<string, object?>;

/// <summary>Tags as they stand in a series' name.</summary>
internal static class TagText
{
    /// <summary>What all tag sets beyond the limit are called.</summary>
    public const string Other = "{other}";

    /// <returns><c>{a=1,b=2}</c> in ordinal order; nothing without tags. Values are redacted, and cut where they are long.</returns>
    public static string Of(ReadOnlySpan<Tag> tags) =>
        tags.IsEmpty
            ? ""
            : "{"
                + string.Join(
                    ',',
                    tags.ToArray()
                        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
                        .Select(tag =>
                            $"{tag.Key}={Redactor.Clean(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")}"
                        )
                )
                + "}";
}

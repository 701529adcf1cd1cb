using System.Text.Json.Nodes;

namespace GatewayBench;

/// <summary>The fake provider's options in a bench file: those of the table of all options, in camel case.</summary>
internal static class BenchProvider
{
    private static readonly JsonObject Scalar = new()
    {
        ["type"] = new JsonArray("string", "number", "boolean"),
    };

    public static BenchKind<IReadOnlyList<GivenOption>> Kind { get; } = Group("", OptionTable.All);

    private static BenchKind<IReadOnlyList<GivenOption>> Group(
        string prefix,
        IEnumerable<OptionSetting> settings
    )
    {
        BenchKey<IReadOnlyList<GivenOption>>[] keys =
        [
            .. settings
                .GroupBy(setting => setting.Key[prefix.Length..].Split(':')[0])
                .Select(one => Key(prefix + one.Key, one.Key, [.. one])),
        ];
        return BenchKinds.Object<IReadOnlyList<GivenOption>>(
            new BenchShape(keys),
            map => [.. keys.SelectMany(key => map.Get(key, []))]
        );
    }

    private static BenchKey<IReadOnlyList<GivenOption>> Key(
        string path,
        string name,
        IReadOnlyList<OptionSetting> settings
    ) =>
        settings is [var only] && only.Key == path
            ? new(Camel(name), Leaf(only), only.Meaning)
            : new(Camel(name), Group($"{path}:", settings), "A group of options.");

    private static BenchKind<IReadOnlyList<GivenOption>> Leaf(OptionSetting setting) =>
        new(
            setting.IsList ? BenchKinds.ListOf(Scalar.DeepClone().AsObject()) : Scalar,
            node =>
            {
                string[] texts = setting.IsList
                    ? [.. node.Items("a list").Select(item => item.Text(setting.Allowed))]
                    : [node.Text(setting.Allowed)];
                if (IsPath(setting))
                {
                    texts = [.. texts.Select(text => node.Guard(() => node.Source.PathOf(text)))];
                }
                var given = new GivenOption(setting, node.Path, texts);
                try
                {
                    // For its refusal, which names the option.
                    setting.Set(new FakeProviderOptions(), given);
                }
                catch (ArgumentException e)
                {
                    throw node.Failed(ForeignMessage.Of(e));
                }
                return [given];
            }
        );

    /// <summary>Relative to the bench file, as all paths in it are.</summary>
    private static bool IsPath(OptionSetting setting) => setting.ValueName is "file" or "folder";

    private static string Camel(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";
}

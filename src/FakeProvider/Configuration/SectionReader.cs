using Microsoft.Extensions.Configuration;

namespace GatewayBench;

/// <summary>Finds the options in a configuration.</summary>
internal sealed class SectionReader
{
    private readonly Func<string, string> _nameOf;
    private readonly List<GivenOption> _given = [];

    private SectionReader(Func<string, string> nameOf) => _nameOf = nameOf;

    /// <param name="section">Nothing but options.</param>
    /// <param name="nameOf">What errors call the full path of a key.</param>
    /// <exception cref="ArgumentException">A key is unknown.</exception>
    public static IReadOnlyList<GivenOption> Read(
        IConfiguration section,
        Func<string, string> nameOf
    )
    {
        var reader = new SectionReader(nameOf);
        reader.ReadGroup(section, "");
        return reader._given;
    }

    private void ReadGroup(IConfiguration group, string path)
    {
        foreach (var child in group.GetChildren())
        {
            Read(child, path + child.Key);
        }
    }

    private void Read(IConfigurationSection section, string key)
    {
        if (OptionTable.All.FirstOrDefault(setting => IsSame(setting.Key, key)) is { } found)
        {
            _given.Add(new GivenOption(found, _nameOf(section.Path), Texts(found, section)));
            return;
        }
        var group = key + ConfigurationPath.KeyDelimiter;
        if (!OptionTable.All.Any(setting => IsBelow(setting.Key, group)))
        {
            throw Unknown(section, key[..^section.Key.Length]);
        }
        if (!string.IsNullOrEmpty(section.Value))
        {
            throw InvalidOption.Exception(
                _nameOf(section.Path),
                $"'{section.Value}'",
                $"the keys {KeysBelow(group)}"
            );
        }
        ReadGroup(section, group);
    }

    private ArgumentException Unknown(IConfigurationSection section, string group) =>
        InvalidOption.Exception(_nameOf(section.Path), "unknown", KeysBelow(group));

    private static string KeysBelow(string group) =>
        string.Join(
            ", ",
            OptionTable
                .All.Where(setting => IsBelow(setting.Key, group))
                .Select(setting => setting.Key[group.Length..].Split(':')[0])
                .Distinct()
        );

    private static bool IsSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string key, string group) =>
        key.StartsWith(group, StringComparison.OrdinalIgnoreCase);

    private static string[] Texts(OptionSetting setting, IConfigurationSection section) =>
        section.GetChildren().Any() ? [.. section.GetChildren().Select(child => child.Value ?? "")]
        : setting.IsList && string.IsNullOrEmpty(section.Value) ? []
        : [section.Value ?? ""];
}

using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Gateway.Tests;

/// <summary>A setting as the options classes have it.</summary>
/// <param name="Key">With its section; NAME stands for a name that operators choose.</param>
/// <param name="Default">As the table of settings writes it.</param>
internal sealed record OptionsProperty(string Key, string Default)
{
    /// <summary>Those of all classes with a section.</summary>
    public static readonly IReadOnlyList<OptionsProperty> All =
    [
        .. from type in typeof(AgentOptions).Assembly.GetTypes()
        let section = type.GetField("Section")
        where section is { IsLiteral: true }
        from option in Of(type, (string)section.GetRawConstantValue()!)
        select option,
    ];

    private static IEnumerable<OptionsProperty> Of(Type type, string section)
    {
        var options = Activator.CreateInstance(type)!;
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(IsSet)
            .SelectMany(property => Of(property, options, $"{section}:{property.Name}"));
    }

    private static IEnumerable<OptionsProperty> Of(
        PropertyInfo property,
        object options,
        string key
    )
    {
        if (!property.PropertyType.IsAssignableTo(typeof(IDictionary)))
        {
            return [new(key, Written(property.GetValue(options)))];
        }
        var named = property.PropertyType.GetGenericArguments()[1];
        return named == typeof(string)
            ? [new($"{key}:NAME", Written(null))]
            : Of(named, $"{key}:NAME");
    }

    // A configuration fills collections that can't be replaced.
    private static bool IsSet(PropertyInfo property) =>
        property.CanWrite
        || property.PropertyType.IsAssignableTo(typeof(IDictionary))
        || property.PropertyType == typeof(IList<string>);

    private static string Written(object? value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            string text => SettingsTable.Written(text),
            ICollection { Count: 0 } or null => SettingsTable.Written(null),
            IList<string> { Count: 0 } => SettingsTable.Written(null),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"A default of {value.GetType()}."),
        };
}

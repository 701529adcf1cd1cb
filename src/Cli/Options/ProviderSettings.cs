using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace GatewayBench.Cli;

/// <summary>What a settings file and the environment say about the provider.</summary>
internal static class ProviderSettings
{
    private const string LevelMark = "__";

    /// <summary>Starts the names of the variables, in upper or lower case.</summary>
    private static readonly string Prefix =
        FakeProviderConfiguration.SectionName.ToUpperInvariant() + LevelMark;

    /// <param name="path">A JSON file with the section <c>FakeProvider</c>.</param>
    /// <exception cref="UsageException">It cannot be read, or has no such section.</exception>
    /// <exception cref="ArgumentException">A key is unknown.</exception>
    public static IReadOnlyList<GivenOption> FromFile(string path)
    {
        var section = Load(path).GetSection(FakeProviderConfiguration.SectionName);
        return section.Exists()
            ? SectionReader.Read(section, key => $"{key} in {path}")
            : throw new UsageException(
                $"{path} has no section {section.Path}; allowed: a JSON file with one, "
                    + "as an appsettings.json has it."
            );
    }

    /// <inheritdoc cref="FromEnvironment(IEnumerable{KeyValuePair{string, string?}})"/>
    public static IReadOnlyList<GivenOption> FromEnvironment() =>
        FromEnvironment(
            Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Select(one => KeyValuePair.Create((string)one.Key, (string?)one.Value))
        );

    /// <param name="variables">Names and values; those without a value count as absent.</param>
    /// <exception cref="ArgumentException">A variable is unknown.</exception>
    public static IReadOnlyList<GivenOption> FromEnvironment(
        IEnumerable<KeyValuePair<string, string?>> variables
    )
    {
        var given = variables.Where(variable =>
            variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrEmpty(variable.Value)
        );
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                given.Select(variable =>
                    KeyValuePair.Create(
                        variable.Key.Replace(LevelMark, ConfigurationPath.KeyDelimiter),
                        variable.Value
                    )
                )
            )
            .Build();
        return SectionReader.Read(
            configuration.GetSection(FakeProviderConfiguration.SectionName),
            key => key.ToUpperInvariant().Replace(ConfigurationPath.KeyDelimiter, LevelMark)
        );
    }

    private static IConfigurationRoot Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(file).Build();
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or FormatException
                        or ArgumentException
            )
        {
            throw new UsageException(
                $"--config is '{path}'; allowed: a JSON file that can be read. "
                    + e.GetBaseException().Message
            );
        }
    }
}

using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GatewayBench;

/// <summary>Reads bench files: YAML, of which JSON is a part.</summary>
internal static class BenchFile
{
    /// <param name="path">The file; relative paths in it count from its folder.</param>
    /// <exception cref="BenchException">It can't be read, or says what can't be.</exception>
    public static BenchPlan Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BenchException(
                path,
                1,
                1,
                $"The bench file can't be read; allowed: a file of YAML or JSON. {ForeignMessage.Of(e)}"
            );
        }
        return Parse(text, path, Environment.GetEnvironmentVariable);
    }

    /// <inheritdoc cref="Read(string)" />
    /// <param name="text">What the file holds.</param>
    /// <param name="path">Where it is, for errors and for relative paths.</param>
    /// <param name="environment">The value of a variable, null for one that isn't set.</param>
    public static BenchPlan Parse(string text, string path, Func<string, string?> environment)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var source = new BenchSource(path, folder, environment);
        var map = BenchKeys.Shape.Read(new BenchNode(source, Root(text, source), ""));
        // Ahead of all else: of another version, everything else may be wrong too.
        map.Get(BenchKeys.SchemaVersion, 0);
        RequireProvider(map);
        var name = map.Get(BenchKeys.Name) ?? Path.GetFileNameWithoutExtension(path);
        return new BenchPlan
        {
            Name = name,
            Hypothesis = map.Get(BenchKeys.Hypothesis),
            Watch = map.Get(BenchKeys.Watch, []),
            Target = map.Get(BenchKeys.Target),
            Provider = map.Get(BenchKeys.Provider),
            Scenario = BenchScenarios.Read(
                name,
                map.At(BenchKeys.Scenarios),
                map.Get(BenchKeys.First)
            ),
            Load = map.Get(BenchKeys.Load)!,
            TimeScale = map.GetValue(BenchKeys.TimeScale),
            Prompts = Prompts(map),
            WarmUp = map.GetValue(BenchKeys.WarmUp),
            ExchangeTimeout = map.GetValue(BenchKeys.ExchangeTimeout),
            Seed = map.GetValue(BenchKeys.Seed),
            Slos = map.Get(BenchKeys.Slos, []),
            Output = map.Get(BenchKeys.Output) is { } output
                ? map.At(BenchKeys.Output).Guard(() => source.PathOf(output))
                : null,
            Secrets = source.Secrets,
        };
    }

    /// <summary>A provider that the gateway can't know of misleads.</summary>
    private static void RequireProvider(BenchMap map)
    {
        var (target, provider) = (map.Get(BenchKeys.Target), map.Get(BenchKeys.Provider));
        if (target is null)
        {
            return;
        }
        if (target.Url is null && (provider is not null) != (target.ProviderKey is not null))
        {
            throw map.At(provider is null ? BenchKeys.Target : BenchKeys.Provider)
                .Failed(
                    "provider and target.providerKey, the gateway's own key for its address, belong together; "
                        + "allowed: both or neither. provider: {} has the defaults."
                );
        }
        if (target.Url is not null && provider?.Any(one => one.Setting.Key == "Port") is false)
        {
            throw map.At(BenchKeys.Provider)
                .Failed(
                    "provider.port is missing; allowed: the port that the gateway at target.url calls."
                );
        }
    }

    private static PromptFeed? Prompts(BenchMap map) =>
        map.Get(BenchKeys.Prompts) is { } file
            ? map.At(BenchKeys.Prompts)
                .Guard(() => PromptFeed.FromJsonl(map.Node.Source.PathOf(file)))
            : null;

    private static YamlNode Root(string text, BenchSource source)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw source.At(e.Start, $"This is neither YAML nor JSON; {e.Message}");
        }
        return stream.Documents is [var only]
            ? only.RootNode
            : throw source.At(
                new Mark(0, 1, 1),
                $"The file has {stream.Documents.Count} documents; allowed: one."
            );
    }
}

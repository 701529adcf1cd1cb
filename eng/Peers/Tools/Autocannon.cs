using System.Text.Json;

namespace GatewayBench.Peers;

/// <summary>autocannon on Node.js, in one thread; its version is pinned in <c>eng/npm</c>.</summary>
internal sealed class Autocannon : Peer
{
    private static readonly string[] Failures =
    [
        "errors",
        "timeouts",
        "mismatches",
        "resets",
        "non2xx",
    ];

    private static readonly string Script = Path.Combine(
        NpmFolder.Modules,
        "autocannon",
        "autocannon.js"
    );

    public override string Name => "autocannon";

    public override string Title => "autocannon";

    public override string Install =>
        "apt-get install nodejs npm; npm ci --ignore-scripts --prefix eng/npm";

    public override bool IsInstalled => IsOnPath("node") && File.Exists(Script);

    public override IReadOnlyList<string> Command(Uri url, int users, int seconds) =>
        ["node", Script, "--json", "-c", $"{users}", "-d", $"{seconds}", url.AbsoluteUri];

    public override double Read(string output)
    {
        try
        {
            using var json = JsonDocument.Parse(output);
            var result = json.RootElement;
            return Array.TrueForAll(Failures, name => result.GetProperty(name).GetInt64() == 0)
                ? result.GetProperty("requests").GetProperty("average").GetDouble()
                : throw Failed("saw errors", output);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            throw Failed("printed something else", output);
        }
    }
}

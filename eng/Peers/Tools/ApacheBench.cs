using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench.Peers;

/// <summary>Apache's ab, which speaks HTTP/1.0 and is told to keep its connections.</summary>
internal sealed partial class ApacheBench : Peer
{
    /// <summary>It ends after 50,000 requests unless told of more, and reserves memory for all of them.</summary>
    private const int MostRequestsPerSecond = 200_000;

    private static readonly string[] Failures =
    [
        "Failed requests",
        "Write errors",
        "Non-2xx responses",
    ];

    public override string Name => "ab";

    public override string Title => "ab -k";

    public override string Install => "apt-get install apache2-utils";

    public override IReadOnlyList<string> Command(Uri url, int users, int seconds) =>
        [
            "ab",
            "-k",
            "-q",
            "-t",
            $"{seconds}",
            "-n",
            $"{MostRequestsPerSecond * seconds}",
            "-c",
            $"{users}",
            url.AbsoluteUri,
        ];

    public override double Read(string output)
    {
        var figures = Figure()
            .Matches(output)
            .ToDictionary(
                match => match.Groups[1].Value,
                match => double.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)
            );
        if (
            !figures.TryGetValue("Requests per second", out var rate)
            || Failures.Any(name => figures.GetValueOrDefault(name) > 0)
        )
        {
            throw Failed("saw errors", output);
        }
        // It closes one that an answer without a length came over, and then measures connecting.
        return figures["Keep-Alive requests"] >= 0.99 * figures["Complete requests"]
            ? rate
            : throw Failed("could not keep its connections", output);
    }

    [GeneratedRegex(
        @"^(Requests per second|[\w-]+ (?:requests|responses|errors)): +([0-9.]+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Figure();
}

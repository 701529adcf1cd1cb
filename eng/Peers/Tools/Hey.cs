using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench.Peers;

/// <summary>hey, written in Go.</summary>
internal sealed partial class Hey : Peer
{
    public override string Name => "hey";

    public override string Title => "hey";

    public override string Install => "apt-get install hey";

    public override IReadOnlyList<string> Command(Uri url, int users, int seconds) =>
        ["hey", "-z", $"{seconds}s", "-c", $"{users}", url.AbsoluteUri];

    public override double Read(string output)
    {
        var rate = Rate().Match(output);
        var statuses = Status().Matches(output);
        // Its rate counts failures too.
        var fine =
            rate.Success
            && statuses.Count > 0
            && statuses.All(status => status.Groups[1].Value[0] == '2')
            && !output.Contains("Error distribution", StringComparison.Ordinal);
        return fine
            ? double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw Failed("saw errors", output);
    }

    [GeneratedRegex(@"^\s*\[(\d{3})\]\s+\d+ responses", RegexOptions.Multiline)]
    private static partial Regex Status();

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();
}

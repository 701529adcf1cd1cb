using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench.Peers;

/// <summary>
/// nghttp2's h2load, speaking HTTP/1.1, with two threads. It says nothing of connections that are
/// lost midway.
/// </summary>
internal sealed partial class H2Load : Peer
{
    public override string Name => "h2load";

    public override string Title => "h2load --h1 -t2";

    public override string Install => "apt-get install nghttp2-client";

    public override IReadOnlyList<string> Command(Uri url, int users, int seconds) =>
        ["h2load", "--h1", "-t2", $"-c{users}", $"-D{seconds}", url.AbsoluteUri];

    public override double Read(string output)
    {
        var rate = Rate().Match(output);
        return rate.Success && NoFailures().IsMatch(output)
            ? double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw Failed("saw errors", output);
    }

    [GeneratedRegex(@"requests: .* [1-9]\d* succeeded, 0 failed, 0 errored, 0 timeout")]
    private static partial Regex NoFailures();

    [GeneratedRegex(@"finished in \S+, ([0-9.]+) req/s")]
    private static partial Regex Rate();
}

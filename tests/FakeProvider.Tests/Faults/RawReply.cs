using System.Globalization;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>An answer as its bytes tell it.</summary>
internal sealed record RawReply(string Text, bool WasReset)
{
    private const string HeadEnd = "\r\n\r\n";

    public int Status => int.Parse(Text.AsSpan(9, 3), CultureInfo.InvariantCulture);

    public string Head => Text[..Text.IndexOf(HeadEnd, StringComparison.Ordinal)];

    /// <summary>What was sent of it, without HTTP's own chunks.</summary>
    public string Body => IsChunked ? Unchunked().Body : Raw;

    /// <summary>Whether it ended as HTTP prescribes.</summary>
    public bool IsComplete =>
        !WasReset
        && (
            IsChunked
                ? Unchunked().IsEnded
                : Raw.Length.ToString(Invariant) == Header("Content-Length")
        );

    /// <summary>The events of a stream, without the empty lines that end them.</summary>
    public string[] Events => Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

    public string? Header(string name) =>
        Head.Split("\r\n")
            .Where(line => line.StartsWith(name + ": ", StringComparison.Ordinal))
            .Select(line => line[(name.Length + 2)..])
            .SingleOrDefault();

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private string Raw => Text[(Head.Length + HeadEnd.Length)..];

    private bool IsChunked => Header("Transfer-Encoding") == "chunked";

    private (string Body, bool IsEnded) Unchunked()
    {
        var (rest, body) = (Raw, "");
        while (rest.IndexOf("\r\n", StringComparison.Ordinal) is > 0 and var line)
        {
            var length = int.Parse(rest.AsSpan(0, line), NumberStyles.HexNumber, Invariant);
            if (length == 0)
            {
                return (body, true);
            }
            body += rest.Substring(line + 2, length);
            rest = rest[(line + 2 + length + 2)..];
        }
        return (body, false);
    }
}

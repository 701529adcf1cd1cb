namespace GatewayBench;

/// <summary>Where a captured value comes from: one of the two.</summary>
internal static class CaptureKeys
{
    public static readonly BenchKey<BenchNode> Json = new(
        "json",
        BenchKinds.Raw(BenchKinds.Typed("string")),
        "The JSON path of a value in the reply's body, such as $.id."
    );

    public static readonly BenchKey<string> Header = new(
        "header",
        BenchKinds.Text,
        "The name of a header of the reply, of which the first value is taken."
    );

    public static readonly BenchShape Shape = new(Json, Header);

    /// <exception cref="BenchException">Neither of the two, or both.</exception>
    public static Func<Reply, string?> Read(BenchNode node)
    {
        var map = Shape.Read(node);
        map.RequireOne(Json, Header);
        if (map.Get(Header) is { } header)
        {
            return reply => reply.Header(header);
        }
        var at = map.At(Json);
        return ReplyPath.Parse(at, at.Text(ReplyPath.Allowed)).Text;
    }
}

using System.Text.Json.Nodes;

namespace GatewayBench;

/// <summary>The keys of a declarative HTTP step.</summary>
internal static class StepKeys
{
    public static readonly BenchKey<string> Name = new(
        "name",
        BenchKinds.Text,
        "What reports call it. Default: its method and path."
    );

    public static readonly BenchKey<string> Method = new(
        "method",
        BenchKinds.Choice("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
        "Default: POST with a body, else GET."
    );

    public static readonly BenchKey<BenchNode> Path = new(
        "path",
        BenchKinds.Raw(BenchKinds.Typed("string")),
        "The path that is asked for, with a query if need be. Values put into it are escaped.",
        IsRequired: true
    );

    public static readonly BenchKey<BenchNode> Headers = new(
        "headers",
        BenchKinds.Raw(BenchKinds.MapOf(BenchKinds.Typed("string"))),
        "Headers of the request, by name."
    );

    public static readonly BenchKey<BenchNode> Body = new(
        "body",
        BenchKinds.Raw([]),
        "The JSON that is sent."
    );

    public static readonly BenchKey<BenchNode> Capture = new(
        "capture",
        BenchKinds.Raw(BenchKinds.MapOf(CaptureKeys.Shape.Schema)),
        "What later steps use as {{name}}, by name. A reply without it is a bad_body."
    );

    public static readonly BenchKey<BenchNode> Expect = new(
        "expect",
        BenchKinds.Raw(ExpectKeys.Shape.Schema),
        "What a reply has to be."
    );

    public static readonly BenchKey<Delay> ThinkTime = new(
        "thinkTime",
        BenchKinds.ThinkTime,
        "How long the user pauses after it, in no latency."
    );

    public static readonly BenchShape Shape = new(
        Name,
        Method,
        Path,
        Headers,
        Body,
        Capture,
        Expect,
        ThinkTime
    );

    public static JsonObject Steps => BenchKinds.ListOf(Shape.Schema);
}

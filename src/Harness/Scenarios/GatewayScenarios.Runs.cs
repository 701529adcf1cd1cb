namespace GatewayBench;

/// <content>Runs that work on while nobody waits.</content>
public static partial class GatewayScenarios
{
    private const string RunKey = "run";
    private static readonly string[] Unfinished = ["queued", "running"];

    /// <summary>
    /// A run from its submission to its end: <c>{"input": …}</c>, accepted with 202 and an
    /// <c>id</c>, then its server-sent events until the last one, whose data tell a final
    /// <c>state</c>. An iteration is both; a run that ends otherwise than <c>succeeded</c> is an error.
    /// </summary>
    /// <param name="path">Where runs are submitted to; default <c>/v1/runs</c>.</param>
    public static Scenario RunToTerminal(string path = "/v1/runs") =>
        Scenario.Sequence(
            $"run {path}",
            Submit(path),
            Scenario
                .Http(
                    $"GET {path}/{{id}}/events",
                    user => user.Get($"{path}/{user[RunKey]}/events")
                )
                .Check("has ended", reply => IsFinal(LastState(reply)))
                .Check("has succeeded", reply => LastState(reply) == "succeeded")
        );

    /// <summary>The same, but the run is asked for its <c>state</c> again and again.</summary>
    /// <param name="every">How long to wait before asking again, such as <c>200ms</c>; above 0.</param>
    /// <param name="path">Where runs are submitted to; default <c>/v1/runs</c>.</param>
    /// <exception cref="ArgumentException">No such wait.</exception>
    public static Scenario RunPolledToTerminal(string every, string path = "/v1/runs") =>
        Scenario.Sequence(
            $"run {path}, polled",
            Submit(path),
            Scenario.Until(
                "until it has ended",
                Scenario
                    .Http($"GET {path}/{{id}}", user => user.Get($"{path}/{user[RunKey]}"))
                    .Check("has a state", reply => reply.Json("state") is not null)
                    .Check(
                        "has not failed",
                        reply =>
                            reply.Json("state") is var state
                            && (state == "succeeded" || !IsFinal(state))
                    ),
                reply => IsFinal(reply.Json("state")),
                every
            )
        );

    private static Scenario Submit(string path) =>
        Scenario
            .Http($"POST {path}", user => user.PostJson(path, new RunOrder(user.NextPrompt())))
            .Check("is accepted", reply => reply.Status == System.Net.HttpStatusCode.Accepted)
            .Capture(RunKey, reply => reply.Json("id"));

    private static bool IsFinal(string? state) => state is not null && !Unfinished.Contains(state);

    /// <summary>The state in the data of the last event that has one.</summary>
    private static string? LastState(Reply reply)
    {
        var body = reply.Body;
        while (body.LastIndexOf("data:"u8) is var at and >= 0)
        {
            var data = body[(at + "data:"u8.Length)..];
            var end = data.IndexOfAny((byte)'\r', (byte)'\n');
            if (JsonProperty.Of(end < 0 ? data : data[..end], "state") is { } state)
            {
                return state;
            }
            body = body[..at];
        }
        return null;
    }

    private sealed record RunOrder(string Input);
}

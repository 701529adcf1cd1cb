using System.Net;
using static GatewayBench.GatewayScenarios;

namespace GatewayBench.LoadBaseline;

/// <summary>A mix of all ways to ask for a turn, which notes each that was done.</summary>
internal static class SoakTraffic
{
    private const string Run = "run";
    private const string RunPath = "/v1/runs";

    public static Scenario Noting(AcceptedTurns accepted)
    {
        return Scenario.Mix(
            "soak",
            (4, Chat().Then(NotePlain)),
            (3, StreamedChat().Then(NoteStreamed)),
            (1, WebSocketChat().Then(NoteStreamed)),
            (2, Session(turns: 5).ThinkTime("100ms", "500ms").Then(NotePlain)),
            (1, FollowedRun(accepted))
        );

        void NotePlain(User user, Reply reply) => accepted.Add(user.Session, reply.Json("reply")!);

        void NoteStreamed(User user, Reply reply) => accepted.Add(user.Session, reply.Text);
    }

    private static Scenario FollowedRun(AcceptedTurns accepted) =>
        Scenario.Sequence(
            "run",
            Scenario
                .Http(
                    $"POST {RunPath}",
                    user => user.PostJson(RunPath, new { input = user.NextPrompt() })
                )
                .Check("is accepted", reply => reply.Status == HttpStatusCode.Accepted)
                .Capture(Run, reply => reply.Json("id")),
            Scenario.Http(
                $"GET {RunPath}/{{id}}/events",
                user => user.Get($"{PathOf(user)}/events")
            ),
            Scenario
                .Http($"GET {RunPath}/{{id}}", user => user.Get(PathOf(user)))
                .Check("has succeeded", reply => reply.Json("state") == "succeeded")
                .Then((_, reply) => accepted.Add(reply.Json("session_id")!, reply.Json("output")!))
        );

    private static string PathOf(User user) => $"{RunPath}/{user[Run]}";
}

namespace GatewayBench.ProvingGround;

/// <summary>Chats about a known number of subjects, whose answers a gateway may keep.</summary>
internal static class Prompts
{
    /// <summary>Lets the gateway keep answers to prompts that name no temperature.</summary>
    public static void Keep(Trial trial)
    {
        trial.Set("Cache:Enabled", "true");
        trial.Set("Cache:MaxTemperature", "1");
    }

    /// <param name="distinct">As many different prompts there are, all of them as likely.</param>
    public static Scenario Cached(int distinct) => Cached(_ => distinct);

    /// <summary>Each of the first ones is asked for once, so that a warm-up leaves answers that are kept.</summary>
    /// <param name="distinct">The same by how many prompts there were so far.</param>
    /// <param name="kind">Of subjects, by the same; those of another kind are others.</param>
    public static Scenario Cached(Func<int, int> distinct, Func<int, string>? kind = null)
    {
        var asked = 0;
        return Scenario
            .Http(
                "POST /api/chat",
                user =>
                {
                    var number = Interlocked.Increment(ref asked);
                    var most = distinct(number);
                    var subject = number < most ? number : user.NextNumber(most);
                    return user.PostJson(
                        "/api/chat",
                        new { message = $"Tell me about {kind?.Invoke(number)} subject {subject}." }
                    );
                }
            )
            .Check("has reply", reply => !string.IsNullOrEmpty(reply.Json("reply")));
    }
}

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

    /// <param name="distinct">The same by how many prompts there were so far.</param>
    public static Scenario Cached(Func<int, int> distinct)
    {
        var asked = 0;
        return Scenario
            .Http(
                "POST /api/chat",
                user =>
                    user.PostJson(
                        "/api/chat",
                        new
                        {
                            message = $"Tell me about subject {user.NextNumber(distinct(Interlocked.Increment(ref asked)))}.",
                        }
                    )
            )
            .Check("has reply", reply => !string.IsNullOrEmpty(reply.Json("reply")));
    }
}

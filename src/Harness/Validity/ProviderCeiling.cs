namespace GatewayBench;

/// <summary>How many times a row's calls the provider can answer when nothing else is done.</summary>
internal static class ProviderCeiling
{
    /// <summary>With more than this it answers no faster, and a calibration is to be short.</summary>
    public const int MostUsers = 64;

    /// <summary>How long it is loaded.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(500);

    /// <summary>A chat turn as gateways ask for it: a model, instructions and a prompt.</summary>
    public static Scenario Scenario { get; } =
        Scenario.Http(
            "provider alone",
            user =>
                user.PostJson(
                    "/v1/chat/completions",
                    new
                    {
                        model = "gpt-4o-mini",
                        messages = new[]
                        {
                            new { role = "system", content = "Answer in one paragraph." },
                            new { role = "user", content = user.NextPrompt() },
                        },
                    }
                )
        );

    /// <summary>The row that measures it: closed, with the loaded row's number of users.</summary>
    /// <param name="alone">The caller disposes it.</param>
    /// <param name="users">Of the loaded row.</param>
    /// <param name="isStreamed">Whether that is one of streams, which cost the provider more.</param>
    public static Row Row(ProviderTarget alone, int users, bool isStreamed) =>
        new(
            alone,
            isStreamed ? GatewayScenarios.OpenAiStreamedChat() : Scenario,
            Load.Closed(Math.Min(users, MostUsers), Duration)
        );

    /// <param name="alonePerSecond">Calls that it answered alone.</param>
    /// <param name="callsPerSecond">Calls that it got in the row, retries included.</param>
    /// <returns>Null unless both are known and the row made calls.</returns>
    public static double? Of(double? alonePerSecond, double? callsPerSecond) =>
        callsPerSecond > 0 ? alonePerSecond / callsPerSecond : null;
}

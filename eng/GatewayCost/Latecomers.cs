using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;

namespace GatewayBench.GatewayCost;

/// <summary>Chats that begin when all the others are there, and don't come in crowds any more.</summary>
/// <param name="FirstTokens">How long after it was meant to start each had its first token, in nanoseconds.</param>
/// <param name="Errors">How many had none.</param>
internal sealed record Latecomers(LongHistogram FirstTokens, int Errors)
{
    private const double StartsPerSecond = 50;

    /// <param name="seconds">How long the others are measured.</param>
    public static int Count(int seconds) => (int)(TimeOf(seconds).TotalSeconds * StartsPerSecond);

    /// <summary>How long they keep coming.</summary>
    /// <inheritdoc cref="Count" />
    public static TimeSpan TimeOf(int seconds) => TimeSpan.FromSeconds((seconds + 1) / 2);

    /// <summary>They stay until the last of them has its first token, and then leave.</summary>
    /// <param name="target">What they talk to.</param>
    /// <param name="seconds">How long the others are measured.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<Latecomers> MeasureAsync(
        ITarget target,
        int seconds,
        CancellationToken stop
    )
    {
        using var client = target.CreateClient();
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var started = Stopwatch.GetTimestamp();
        var chats = new List<Task<TimeSpan?>>();
        for (var i = 0; i < Count(seconds); i++)
        {
            var due = TimeSpan.FromSeconds(i / StartsPerSecond);
            while (Stopwatch.GetElapsedTime(started) < due)
            {
                await Task.Delay(1, stop);
            }
            chats.Add(FirstTokenAsync(client, target.BaseAddress, i, started, leave.Token));
        }
        var times = await Task.WhenAll(chats);
        await leave.CancelAsync();
        return From([
            .. times.Select((time, i) => time - TimeSpan.FromSeconds(i / StartsPerSecond)),
        ]);
    }

    private static Latecomers From(TimeSpan?[] times)
    {
        var histogram = new LongHistogram(1_000, (long)TimeSpan.FromMinutes(5).TotalNanoseconds, 3);
        foreach (var time in times.OfType<TimeSpan>())
        {
            histogram.RecordValue((long)time.TotalNanoseconds);
        }
        return new(histogram, times.Length - (int)histogram.TotalCount);
    }

    /// <returns>How long after the first's start; null if there was none.</returns>
    private static async Task<TimeSpan?> FirstTokenAsync(
        HttpMessageInvoker client,
        Uri gateway,
        int number,
        long started,
        CancellationToken leave
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway, "/api/chat"))
        {
            Content = JsonContent.Create(
                new
                {
                    message = PromptFeed.Bundled.Next(new UserDraws(seed: 1, number)),
                    session_id = $"late-{number}",
                    stream = true,
                }
            ),
        };
        try
        {
            var response = await client.SendAsync(request, leave);
            // So they leave together, and none of them while others begin.
            leave.UnsafeRegister(static r => ((HttpResponseMessage)r!).Dispose(), response);
            var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(leave);
            await foreach (var next in SseParser.Create(body).EnumerateAsync(leave))
            {
                if (next.EventType == "delta")
                {
                    return Stopwatch.GetElapsedTime(started);
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Counted.
        }
        return null;
    }
}

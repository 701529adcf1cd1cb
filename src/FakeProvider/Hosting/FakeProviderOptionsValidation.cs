using System.Net;

namespace GatewayBench;

internal static class FakeProviderOptionsValidation
{
    private const int MaxReplyTokens = 100_000;

    /// <exception cref="ArgumentException">An option has a value that is not allowed.</exception>
    public static void Validate(this FakeProviderOptions options)
    {
        Require(options.Latency is not null, nameof(options.Latency), null, "any Delay");
        Require(options.TokenGap is not null, nameof(options.TokenGap), null, "any Delay");
        Require(
            options.LatencyPerPromptToken >= TimeSpan.Zero
                && options.LatencyPerPromptToken <= Delay.Longest,
            nameof(options.LatencyPerPromptToken),
            options.LatencyPerPromptToken,
            "from zero to 24 hours"
        );
        RequireLimit(options.Slots, nameof(options.Slots));
        Require(
            options.MostWaiting is null or >= 0,
            nameof(options.MostWaiting),
            options.MostWaiting,
            $"0 to {int.MaxValue}, or null for any number"
        );
        Require(options.TimeProvider is not null, nameof(options.TimeProvider), null, "any clock");
        Require(options.Address is not null, nameof(options.Address), null, "any IP address");
        RequireRange(options.Port, nameof(options.Port), 0, IPEndPoint.MaxPort);
        RequireRange(options.ReplyTokens, nameof(options.ReplyTokens), 1, MaxReplyTokens);
        RequireRange(options.JournalRequests, nameof(options.JournalRequests), 0, Journal.Most);
        Require(
            options.IdentityHeader is { Length: > 0 } header && header.All(IsHeaderCharacter),
            nameof(options.IdentityHeader),
            options.IdentityHeader,
            "the name of a header: letters, digits and any of !#$%&'*+-.^_`|~"
        );
        RequireRange(
            options.MaxRequestBodyBytes,
            nameof(options.MaxRequestBodyBytes),
            1,
            Array.MaxLength
        );
        RequireRange(
            options.Stubs.JournalSize,
            $"{nameof(options.Stubs)}.{nameof(options.Stubs.JournalSize)}",
            0,
            RequestJournal.MostEntries
        );
        options.Replies.Validate(nameof(options.Replies));
        RequireWindows(options.Models, nameof(options.Models));
        LimitsValidation.Validate(options);
        Require(
            options.AllowRemoteClients || IPAddress.IsLoopback(options.Address!),
            nameof(options.Address),
            options.Address,
            $"a loopback address, unless {nameof(options.AllowRemoteClients)} is set"
        );
    }

    private static void RequireWindows(ModelCatalog models, string option)
    {
        RequireRange(
            models.DefaultContextWindow,
            $"{option}.{nameof(models.DefaultContextWindow)}",
            1,
            int.MaxValue
        );
        foreach (var (model, window) in models)
        {
            RequireRange(window, $"{option}[\"{model}\"]", 1, int.MaxValue);
        }
    }

    private static bool IsHeaderCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);

    private static void RequireLimit(int? value, string option) =>
        Require(value is null or > 0, option, value, $"1 to {int.MaxValue}, or null for no limit");

    private static void RequireRange(long value, string option, long min, long max) =>
        Require(value >= min && value <= max, option, value, $"{min} to {max}");

    private static void Require(bool isMet, string option, object? value, string allowed)
    {
        if (!isMet)
        {
            throw InvalidOption.Exception(option, value, allowed);
        }
    }
}

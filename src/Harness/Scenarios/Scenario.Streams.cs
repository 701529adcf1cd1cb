namespace GatewayBench;

/// <summary>What scenarios say of streams, prompts and markers.</summary>
public sealed partial record Scenario
{
    /// <summary>What the events of a streamed answer mean; null for answers in one piece.</summary>
    public StreamFormat? Format { get; private init; }

    /// <summary>
    /// How long nothing may come on a stream before it is <see cref="Outcome.StalledStream"/>; null,
    /// the default, for as long as the exchange time-out.
    /// </summary>
    public TimeSpan? Stall { get; private init; }

    /// <summary>What users draw their prompts from; default the bundled set.</summary>
    public PromptFeed Feed { get; private init; } = PromptFeed.Bundled;

    /// <summary>Whether its replies are a model's answer to a prompt.</summary>
    internal bool IsChat { get; private init; }

    /// <summary>Whether prompts carry their user's marker; default true.</summary>
    public bool HasMarkers { get; private init; } = true;

    /// <summary>
    /// A scenario of one HTTP request whose answer is a stream of server-sent events. It is an error
    /// if it lacks its end marker, reports a failure, holds a malformed event or calls a tool with
    /// arguments that are no JSON. Checks see the text that it adds up to.
    /// </summary>
    /// <param name="name">What tables call it.</param>
    /// <param name="request">Makes the next request of a user.</param>
    /// <param name="format">What the events mean.</param>
    public static Scenario Stream(
        string name,
        Func<User, HttpRequestMessage> request,
        StreamFormat format
    )
    {
        ArgumentNullException.ThrowIfNull(format);
        var stream = Http(name, request) with { Format = format };
        return stream.Check("tool arguments are JSON", reply => reply.Stream!.ArgumentsAreJson);
    }

    /// <summary>
    /// The scenario with a limit to how long nothing may come on a stream, from the headers on: pings
    /// and comments are nothing.
    /// </summary>
    /// <param name="time">Above zero, up to 24 hours.</param>
    /// <exception cref="InvalidOperationException">The scenario is no stream.</exception>
    public Scenario StallAfter(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromHours(24));
        RequireStream(nameof(StallAfter));
        return this with { Stall = time };
    }

    /// <inheritdoc cref="StallAfter(TimeSpan)" />
    /// <param name="time">Such as <c>2s</c>.</param>
    public Scenario StallAfter(string time) => StallAfter(Duration.Parse(time));

    /// <summary>
    /// The scenario with the check that each token of the fake provider's reply came in an event of
    /// its own: nothing on the way merged or split them. For streams that come from the fake provider
    /// and from one reply of it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scenario is no stream.</exception>
    public Scenario CheckPieces()
    {
        RequireStream(nameof(CheckPieces));
        return Check("a piece for each token", reply => reply.Stream!.HasAPieceForEachToken);
    }

    /// <summary>The scenario with users who draw their prompts from another feed.</summary>
    public Scenario Prompts(PromptFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return this with { Feed = feed };
    }

    /// <summary>
    /// The scenario with prompts that are the same for all users, as a cache needs them; replies that
    /// went to the wrong user are then not noticed.
    /// </summary>
    public Scenario WithoutMarkers() => this with { HasMarkers = false };

    internal Scenario AsChat() => this with { IsChat = true };

    /// <summary>
    /// The scenario with the check that a reply has its user's marker, where it is a chat with a
    /// provider that repeats them.
    /// </summary>
    internal Scenario For(FakeProvider? provider) =>
        IsChat && HasMarkers && provider is { RepeatsMarkers: true }
            ? Check("has own marker", reply => reply.HasOwnMarker)
            : this;

    private void RequireStream(string what)
    {
        if (Format is null)
        {
            throw new InvalidOperationException(
                $"{what} is for streams, and '{Name}' is none; make it by Scenario.Stream."
            );
        }
    }
}

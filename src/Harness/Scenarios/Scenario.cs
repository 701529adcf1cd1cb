namespace GatewayBench;

/// <summary>
/// What one virtual user does: for now, one HTTP exchange with its checks, and a pause. Immutable,
/// so that rows can share one and vary it.
/// </summary>
public sealed partial record Scenario
{
    private Scenario(string name, Func<User, HttpRequestMessage> request)
    {
        Name = name;
        Request = request;
    }

    /// <summary>What tables call it.</summary>
    public string Name { get; private init; }

    /// <summary>
    /// What a successful reply must satisfy, in order; the first failure makes it
    /// <see cref="Outcome.BadBody"/>.
    /// </summary>
    public IReadOnlyList<Check> Checks { get; private init; } = [];

    /// <summary>Figures that are read from successful replies.</summary>
    public IReadOnlyList<CustomMetric> Metrics { get; private init; } = [];

    /// <summary>Errors that belong to the experiment: counted and shown, and no reason to fail.</summary>
    public IReadOnlyList<Outcome> Expected { get; private init; } = [];

    /// <summary>How long a closed-loop user pauses after each exchange; null for not at all.</summary>
    public Delay? Pause { get; private init; }

    internal Func<User, HttpRequestMessage> Request { get; }

    /// <summary>A scenario of one HTTP request.</summary>
    /// <param name="name">What tables call it, such as <c>POST /api/chat</c>.</param>
    /// <param name="request">Makes the next request of a user, with the user's own helpers.</param>
    public static Scenario Http(string name, Func<User, HttpRequestMessage> request)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(request);
        return new Scenario(name, request);
    }

    /// <summary>The scenario with one more check that every successful reply must pass.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="passes">Reads the whole reply; must not keep it.</param>
    public Scenario Check(string name, Func<Reply, bool> passes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(passes);
        return this with { Checks = [.. Checks, new Check(name, passes)] };
    }

    /// <summary>The scenario with a figure that adds up over successful replies, such as tool calls.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="read">Reads a reply's share of it, from 0.</param>
    public Scenario Count(string name, Func<Reply, long> read) =>
        With(name, MetricKind.Counter, "", read);

    /// <summary>The scenario with the share of successful replies for which something holds, such as a cache hit.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="holds">Whether it holds for a reply.</param>
    public Scenario Rate(string name, Func<Reply, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return With(name, MetricKind.Rate, "", reply => holds(reply) ? 1 : 0);
    }

    /// <summary>The scenario with a figure whose distribution matters, such as the length of an answer.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="unit">The unit of its values, such as <c>words</c>.</param>
    /// <param name="read">Reads a reply's value, from 0; beyond a million million it counts as that.</param>
    public Scenario Trend(string name, string unit, Func<Reply, long> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        return With(name, MetricKind.Trend, unit, read);
    }

    /// <summary>
    /// The scenario with users who pause after each exchange, for closed loads: arrivals of an open
    /// load don't wait for earlier ones, and so don't think.
    /// </summary>
    /// <param name="pause">How long, drawn anew each time.</param>
    public Scenario ThinkTime(Delay pause)
    {
        ArgumentNullException.ThrowIfNull(pause);
        return this with { Pause = pause };
    }

    /// <inheritdoc cref="ThinkTime(Delay)" />
    /// <param name="least">The shortest pause, such as <c>2s</c>.</param>
    /// <param name="most">The longest; all between are equally likely.</param>
    public Scenario ThinkTime(string least, string most) => ThinkTime(Delay.Uniform(least, most));

    /// <summary>The scenario with error classes that the experiment is out to provoke.</summary>
    public Scenario Expect(params ReadOnlySpan<Outcome> outcomes) =>
        this with
        {
            Expected = [.. Expected, .. outcomes],
        };

    /// <summary>The scenario under another name, for a second row of the same kind.</summary>
    public Scenario Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return this with { Name = name };
    }

    internal Scenario WithoutPause() => this with { Pause = null };

    private Scenario With(string name, MetricKind kind, string unit, Func<Reply, long> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        return this with { Metrics = [.. Metrics, new CustomMetric(name, kind, unit, read)] };
    }
}

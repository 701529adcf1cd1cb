namespace GatewayBench;

/// <summary>
/// What one virtual user does: for now, one HTTP exchange with its checks. Immutable, so that rows
/// can share one and vary it.
/// </summary>
public sealed class Scenario
{
    private Scenario(
        string name,
        Func<User, HttpRequestMessage> request,
        IReadOnlyList<Check> checks,
        IReadOnlyList<Outcome> expected
    )
    {
        Name = name;
        Request = request;
        Checks = checks;
        Expected = expected;
    }

    /// <summary>What tables call it.</summary>
    public string Name { get; }

    /// <summary>
    /// What a successful reply must satisfy, in order; the first failure makes it
    /// <see cref="Outcome.BadBody"/>.
    /// </summary>
    public IReadOnlyList<Check> Checks { get; }

    /// <summary>Errors that belong to the experiment: counted and shown, and no reason to fail.</summary>
    public IReadOnlyList<Outcome> Expected { get; }

    internal Func<User, HttpRequestMessage> Request { get; }

    /// <summary>A scenario of one HTTP request.</summary>
    /// <param name="name">What tables call it, such as <c>POST /api/chat</c>.</param>
    /// <param name="request">Makes the next request of a user, with the user's own helpers.</param>
    public static Scenario Http(string name, Func<User, HttpRequestMessage> request)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(request);
        return new Scenario(name, request, [], []);
    }

    /// <summary>The scenario with one more check that every successful reply must pass.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="passes">Reads the whole reply; must not keep it.</param>
    public Scenario Check(string name, Func<Reply, bool> passes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(passes);
        return new Scenario(Name, Request, [.. Checks, new Check(name, passes)], Expected);
    }

    /// <summary>The scenario with error classes that the experiment is out to provoke.</summary>
    public Scenario Expect(params ReadOnlySpan<Outcome> outcomes) =>
        new(Name, Request, Checks, [.. Expected, .. outcomes]);

    /// <summary>The scenario under another name, for a second row of the same kind.</summary>
    public Scenario Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Scenario(name, Request, Checks, Expected);
    }
}

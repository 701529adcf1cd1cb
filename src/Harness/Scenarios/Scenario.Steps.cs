namespace GatewayBench;

/// <content>Scenarios that are made of others.</content>
public sealed partial record Scenario
{
    /// <summary>What each user does once before its first iteration; null for nothing.</summary>
    public Scenario? Prelude { get; private init; }

    /// <summary>The scenarios that this one is made of, its prelude first; empty for a single exchange.</summary>
    public IReadOnlyList<Scenario> Parts => Prelude is null ? Form.Parts : [Prelude, .. Form.Parts];

    internal bool UsesSockets => Form is SocketForm || Parts.Any(part => part.UsesSockets);

    internal bool HasStreams => Format is not null || Parts.Any(part => part.HasStreams);

    /// <summary>How users pause anywhere in it, the pause after the whole first.</summary>
    internal IEnumerable<Delay> Pauses =>
        (Pause is null ? [] : new[] { Pause }).Concat(Form.Parts.SelectMany(part => part.Pauses));

    /// <summary>
    /// A scenario whose iterations are these steps, in order. A step starts when the one before it has
    /// ended, and after that one's <see cref="ThinkTime(Delay)"/>, which is in no latency. A step that
    /// fails ends the iteration.
    /// </summary>
    /// <param name="name">What tables call it.</param>
    /// <param name="steps">At least one, each with a name of its own.</param>
    /// <exception cref="ArgumentException">
    /// No step, two of one name, or one with a prelude, which only the whole can have.
    /// </exception>
    public static Scenario Sequence(string name, params ReadOnlySpan<Scenario> steps)
    {
        Composition.Require("sequence", name, "step", steps);
        var form = new SequenceForm(steps.ToArray());
        return new Scenario(name, form) { Expected = Composition.Expected(form.Steps) };
    }

    /// <summary>
    /// A scenario of which each iteration is one branch, drawn by the seed, the user and the number of
    /// the iteration, or of the arrival: the same in every run of a seed.
    /// </summary>
    /// <param name="name">What tables call it.</param>
    /// <param name="branches">
    /// At least one, each with a name of its own. A branch is drawn as often as its weight's share in
    /// the sum of all; weights are above 0.
    /// </param>
    /// <exception cref="ArgumentException">
    /// No branch, two of one name, one with a prelude, which only the whole can have, or a weight that
    /// is not above 0.
    /// </exception>
    public static Scenario Mix(
        string name,
        params ReadOnlySpan<(double Weight, Scenario Scenario)> branches
    )
    {
        var scenarios = new Scenario[branches.Length];
        for (var i = 0; i < branches.Length; i++)
        {
            scenarios[i] = branches[i].Scenario;
        }
        Composition.Require("mix", name, "branch", scenarios);
        foreach (var (weight, branch) in branches)
        {
            Composition.RequireWeight(name, branch, weight);
        }
        return new Scenario(name, new MixForm(branches))
        {
            Expected = Composition.Expected(scenarios),
        };
    }

    /// <summary>
    /// A scenario that repeats one exchange until its reply says that something is over. The waits
    /// between are part of its latency: they are what polling costs. After the run's exchange time-out
    /// it gives up, as <see cref="Outcome.Timeout"/>.
    /// </summary>
    /// <param name="name">What tables call it.</param>
    /// <param name="poll">An HTTP exchange.</param>
    /// <param name="isDone">Whether a successful reply is the last; must not keep it.</param>
    /// <param name="every">How long to wait before the next exchange, such as <c>200ms</c>; above 0.</param>
    /// <exception cref="ArgumentException">Not such an exchange, or no such wait.</exception>
    public static Scenario Until(string name, Scenario poll, Func<Reply, bool> isDone, string every)
    {
        Composition.Require("repetition", name, "exchange", poll);
        ArgumentNullException.ThrowIfNull(isDone);
        var wait = Duration.ParseOption(every, nameof(every));
        if (wait <= TimeSpan.Zero)
        {
            throw InvalidOption.Exception(nameof(every), wait, "above 0");
        }
        return poll.Form is HttpForm
            ? new Scenario(name, new UntilForm(poll, isDone, wait)) { Expected = poll.Expected }
            : throw new ArgumentException(
                $"Repetition '{name}' is of '{poll.Name}', which is {poll.Form.Kind}; allowed: an HTTP exchange."
            );
    }

    /// <summary>
    /// The scenario with something that each user does before its first iteration, such as a login. It
    /// is no part of an iteration's latency, and a part of its own in the result, counted whenever it
    /// is done: mostly in the warm-up. If it fails, so does the iteration that it was for, and the
    /// user tries again at its next one.
    /// </summary>
    /// <param name="once">May be a sequence or a mix, without a prelude of its own.</param>
    /// <exception cref="ArgumentException">There is one already, it has one itself, or its name is that of a part.</exception>
    public Scenario First(Scenario once)
    {
        ArgumentNullException.ThrowIfNull(once);
        if (Prelude is not null)
        {
            throw new ArgumentException(
                $"Scenario '{Name}' begins with '{Prelude.Name}' already; allowed: one prelude, which may be a sequence."
            );
        }
        Composition.Require("scenario", Name, "part", [once, .. Form.Parts]);
        return this with { Prelude = once, Expected = [.. Expected.Union(once.Expected)] };
    }

    /// <summary>What a calibration can repeat by itself: the exchange, without pause and prelude.</summary>
    internal Scenario Alone() => this with { Pause = null, Prelude = null };

    private void RequireReply(string what)
    {
        if (!Form.HasReply)
        {
            throw new InvalidOperationException(
                $"{what} is not for '{Name}', which is {Form.Kind} and has no reply of its own; allowed: on its parts."
            );
        }
    }
}

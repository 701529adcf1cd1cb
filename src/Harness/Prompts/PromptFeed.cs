namespace GatewayBench;

/// <summary>
/// What users ask: a list of prompts from which each draws its own, by seed, user and how many came
/// before. Immutable.
/// </summary>
public sealed class PromptFeed
{
    private const int MostHugeTokens = 1_000_000;
    private readonly Lazy<IReadOnlyList<FeedPrompt>> _prompts;
    private readonly Lazy<PromptClasses> _classes;
    private readonly string? _huge;
    private readonly int _hugeTokens;
    private readonly int _oneIn;

    private PromptFeed(
        string name,
        Lazy<IReadOnlyList<FeedPrompt>> prompts,
        int hugeTokens = 0,
        int oneIn = 0
    )
    {
        (Name, _prompts) = (name, prompts);
        _classes = new Lazy<PromptClasses>(() => PromptClasses.Of(prompts.Value));
        _huge = hugeTokens > 0 ? HugePrompt.Of(hugeTokens) : null;
        (_hugeTokens, _oneIn) = (hugeTokens, oneIn);
    }

    private PromptFeed(string name, IReadOnlyList<FeedPrompt> prompts)
        : this(name, new Lazy<IReadOnlyList<FeedPrompt>>(prompts)) { }

    /// <summary>
    /// 100 made-up prompts that come with the library, 52 to 4,096 tokens by the fake provider's rule:
    /// their lengths follow what was published of conversations, see docs/streams.md.
    /// </summary>
    public static PromptFeed Bundled { get; } =
        new("bundled", new Lazy<IReadOnlyList<FeedPrompt>>(BundledPrompts.Read));

    /// <summary>What results call it.</summary>
    public string Name { get; }

    /// <summary>How many prompts it has, a huge one not counted.</summary>
    public int Count => _prompts.Value.Count;

    /// <summary>A feed of given prompts.</summary>
    /// <param name="prompts">At least one; none may be empty.</param>
    public static PromptFeed Of(params IReadOnlyList<string> prompts)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentOutOfRangeException.ThrowIfZero(prompts.Count);
        foreach (var prompt in prompts)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(prompt, nameof(prompts));
        }
        return new PromptFeed(
            Units.Count(prompts.Count) + " in code",
            [.. prompts.Select(text => new FeedPrompt(text))]
        );
    }

    /// <summary>
    /// A feed from a file with one JSON object in a line: with <c>prompt</c>, a text, or else with
    /// <c>messages</c>, an array of <c>{"role", "content"}</c>, of which the last one of the user is
    /// taken; and with <c>class</c>, if the feed has classes, of which it may have 8: reports tell them
    /// apart. Without any, prompts are told apart by their length. Empty lines are passed over, as are
    /// other properties.
    /// </summary>
    /// <param name="path">The file; read now.</param>
    /// <exception cref="InvalidDataException">A line can't be used, or there is none; the message names
    /// file, line, value and what is allowed.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static PromptFeed FromJsonl(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new PromptFeed(Path.GetFileName(path), PromptFile.Read(path));
    }

    /// <summary>The feed with one huge prompt among its own.</summary>
    /// <param name="tokens">Its length by the fake provider's rule, about six characters each: 1 to 1,000,000.</param>
    /// <param name="oneIn">Which share of the draws it gets: one in so many, from 1, on average.</param>
    public PromptFeed WithHuge(int tokens, int oneIn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tokens, MostHugeTokens);
        ArgumentOutOfRangeException.ThrowIfLessThan(oneIn, 1);
        return new PromptFeed(
            $"{Name}, 1 in {Units.Count(oneIn)} of {Units.Count(tokens)} tokens",
            _prompts,
            tokens,
            oneIn
        );
    }

    /// <summary>What its prompts are told apart by; the first is class 1.</summary>
    internal IReadOnlyList<string> Classes =>
        _huge is null ? _classes.Value.Names : _classes.Value.WithHuge(_hugeTokens);

    internal string Next(UserDraws draws) => Next(draws, out _);

    /// <param name="draws">Of the user.</param>
    /// <param name="promptClass">Of the prompt, from 1.</param>
    internal string Next(UserDraws draws, out int promptClass)
    {
        if (_huge is not null && draws.Next(_oneIn) == 0)
        {
            promptClass = _classes.Value.Names.Count + 1;
            return _huge;
        }
        var prompt = draws.Next(_prompts.Value.Count);
        promptClass = _classes.Value.OfPrompts[prompt];
        return _prompts.Value[prompt].Text;
    }
}

using System.Text;

namespace GatewayBench;

/// <summary>Sorts a feed's prompts into few classes: as their file says, else by their length.</summary>
/// <param name="Names">The first is class 1.</param>
/// <param name="OfPrompts">The class of each prompt, from 1.</param>
internal sealed record PromptClasses(IReadOnlyList<string> Names, IReadOnlyList<int> OfPrompts)
{
    /// <summary>That a file may name.</summary>
    public const int MostNamed = 8;

    /// <summary>With that of prompts without one, and a huge prompt.</summary>
    public const int Most = MostNamed + 2;

    public const int LongestName = 40;

    /// <summary>Of prompts without a class among others with one.</summary>
    private const string Other = "other";

    /// <summary>Upper ends in tokens, by the fake provider's rule.</summary>
    private static readonly (int Most, string Name)[] Lengths =
    [
        (128, "up to 128 tokens"),
        (512, "129 to 512 tokens"),
        (2_048, "513 to 2,048 tokens"),
        (int.MaxValue, "over 2,048 tokens"),
    ];

    public static PromptClasses Of(IReadOnlyList<FeedPrompt> prompts)
    {
        var areNamed = prompts.Any(prompt => prompt.Class is not null);
        string[] classes =
        [
            .. prompts.Select(prompt => areNamed ? prompt.Class ?? Other : OfLength(prompt.Text)),
        ];
        string[] names = areNamed
            ? [.. classes.Distinct()]
            : [.. Lengths.Select(length => length.Name).Where(classes.Contains)];
        return new PromptClasses(
            names,
            [.. classes.Select(name => Array.IndexOf(names, name) + 1)]
        );
    }

    /// <summary>The same with a class of its own for a huge prompt, the last.</summary>
    public IReadOnlyList<string> WithHuge(int tokens) =>
        [.. Names, $"huge, {Units.Count(tokens)} tokens"];

    private static string OfLength(string text)
    {
        var tokens = TokenRule.Count(Encoding.UTF8.GetBytes(text));
        return Array.Find(Lengths, length => tokens <= length.Most).Name;
    }
}

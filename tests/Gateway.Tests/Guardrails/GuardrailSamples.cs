using System.Text;

namespace Gateway.Tests;

/// <summary>Patterns and random texts that are full of matches, near matches and beginnings of them.</summary>
internal static class GuardrailSamples
{
    private static readonly string[] _patterns =
    [
        @"ORD-\d{6}",
        "abc",
        "ab|abcd|b",
        @"\bab\b",
        @"a\Bb",
        "a{2,3}",
        "a{2,3}?b?c",
        "(?:ab|a(c|d)){1,3}e",
        @"a[^a-b]{0,2}\b",
        @"\w{2,5}@\w{1,3}\.[a-d]{1,2}",
        "(a|b){1,4}(?:c?d){1,2}",
        @"x\b ?\by",
        @"\ba(-?b){2,3}\b",
        "a.c",
    ];

    // What the patterns are made of, and a few of what they are not.
    private static readonly string[] _pieces =
    [
        "a",
        "b",
        "c",
        "d",
        "e",
        "ab",
        "aa",
        "ac",
        "abc",
        "x",
        "y",
        "x y",
        "-",
        "-b",
        ".",
        "@",
        " ",
        "\n",
        "é",
        "_",
        "ORD-",
        "1",
        "234",
        "\u200d",
    ];

    public static TheoryData<string> Patterns => [.. _patterns];

    /// <summary>The same texts for the same pattern each time.</summary>
    public static IEnumerable<string> Texts(string pattern, int count)
    {
        var random = new Random(pattern.Length);
        for (var i = 0; i < count; i++)
        {
            yield return Text(random, random.Next(30), _pieces);
        }
    }

    public static string Text(Random random, int length, string[] pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            text.Append(pieces[random.Next(pieces.Length)]);
        }
        return text.ToString();
    }

    /// <summary>A text cut at random, here and there with nothing between two cuts.</summary>
    public static IEnumerable<string> Cut(string text, Random random)
    {
        var most = random.Next(1, 8);
        for (var at = 0; at < text.Length; )
        {
            var length = Math.Min(random.Next(most + 1), text.Length - at);
            yield return text.Substring(at, length);
            at += length;
        }
    }
}

using System.Text;

namespace GatewayBench;

/// <summary>Writes documents of plain sentences.</summary>
internal static class CorpusText
{
    private static readonly string[] Subjects =
    [
        "The harbour office",
        "A night shift of two",
        "The survey team",
        "Every second depot",
        "The town archive",
        "A retired engineer",
        "The repair crew",
        "The spring committee",
    ];

    private static readonly string[] Verbs =
    [
        "keeps a record of",
        "has moved",
        "asked for a report on",
        "found no fault with",
        "replaced half of",
        "counted twice",
        "closed the road to",
        "painted",
    ];

    private static readonly string[] Objects =
    [
        "the old water gauges",
        "three stone bridges",
        "the winter timetable",
        "the spare signal lamps",
        "a store of copper wire",
        "the maps of the valley",
        "the grain scales",
        "the northern ferry",
    ];

    private static readonly string[] Ends =
    [
        "before the first frost",
        "after a long dispute",
        "at its own expense",
        "because the contract said so",
        "although nobody had asked",
        "in the order of their age",
        "and sent the bill upstream",
        "with borrowed tools",
    ];

    /// <summary>Some 4 to 11 sentences, one of which is about the word.</summary>
    public static CorpusDocument Write(string id, string word, ulong key)
    {
        var draws = new Draws(key);
        var sentences = 4 + draws.Next(8);
        var about = draws.Next(sentences);
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++)
        {
            text.Append(i == 0 ? "" : " ")
                .Append(i == about ? About(word, ref draws) : Sentence(ref draws));
        }
        return new CorpusDocument(
            id,
            $"{draws.Of(Subjects)} and {draws.Of(Objects)}",
            text.ToString()
        );
    }

    private static string Sentence(ref Draws draws) =>
        $"{draws.Of(Subjects)} {draws.Of(Verbs)} {draws.Of(Objects)} {draws.Of(Ends)}.";

    private static string About(string word, ref Draws draws) =>
        $"Of the {word} it is known that it lies beside {draws.Of(Objects)}, {draws.Of(Ends)}.";

    private struct Draws(ulong key)
    {
        private ulong _drawn;

        public int Next(int count) => (int)(SplitMix64.UniformAt(key, _drawn++) * count);

        public string Of(string[] list) => list[Next(list.Length)];
    }
}

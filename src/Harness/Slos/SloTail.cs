namespace GatewayBench;

/// <summary>What follows an SLO's limit: <c>[in STAGE] [or abort] [of NAME]</c>.</summary>
/// <param name="In">The stage that it is of; null for the whole row.</param>
/// <param name="InAt">Where that stands.</param>
/// <param name="AbortAt">Where it says that it ends a run; null where it does not.</param>
/// <param name="Of">The row or part that it is of; null for every row as a whole.</param>
/// <param name="OfAt">Where that stands.</param>
internal sealed record SloTail(string? In, int InAt, int? AbortAt, string? Of, int OfAt)
{
    private const string Allowed =
        "nothing belongs here but the stage, 'or abort', and last the row or part it is of; allowed: "
        + "such as in peak, or abort, of POST /api/chat";

    public static SloTail Read(SloScanner scanner)
    {
        var tail = new SloTail(null, 0, null, null, 0);
        while (true)
        {
            scanner.SkipBlanks();
            var start = scanner.Position;
            if (scanner.AtEnd)
            {
                return tail;
            }
            var word = scanner.TakeWord();
            var isBlank = char.IsWhiteSpace(scanner.Next);
            scanner.SkipBlanks();
            var at = scanner.Position;
            switch (word)
            {
                case "in" when isBlank && tail is { In: null, AbortAt: null }:
                    tail = tail with { In = Stage(scanner), InAt = at };
                    break;
                case "or" when isBlank && tail.AbortAt is null:
                    tail = tail with { AbortAt = Abort(scanner) };
                    break;
                case "of" when isBlank && scanner.TakeRest() is { Length: > 0 } name:
                    return tail with { Of = name, OfAt = at };
                default:
                    throw scanner.Error(start, Allowed);
            }
        }
    }

    private static string Stage(SloScanner scanner)
    {
        var start = scanner.Position;
        var name = scanner.Next == '"' ? scanner.TakeQuoted() : scanner.TakeWord();
        return name.Length > 0
            ? name
            : throw scanner.Error(
                start,
                "the name of a stage belongs here; allowed: such as peak, or \"stage 1\" in quotes"
            );
    }

    private static int Abort(SloScanner scanner)
    {
        var start = scanner.Position;
        return scanner.TakeWord() == "abort"
            ? start
            : throw scanner.Error(start, "'abort' belongs here; allowed: or abort");
    }
}

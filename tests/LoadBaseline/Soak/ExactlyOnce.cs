using System.Globalization;
using System.Runtime.InteropServices;

namespace GatewayBench.LoadBaseline;

/// <summary>What a store holds beside what it should: each accepted turn as often as it was accepted.</summary>
/// <param name="Accepted">Turns that the gateway has said it did.</param>
/// <param name="Stored">Turns in the store.</param>
/// <param name="Missing">Accepted and not stored.</param>
/// <param name="Repeated">Stored once more than they were accepted.</param>
/// <param name="Unasked">Stored, though nobody was told so: of turns that failed on their way back.</param>
internal sealed record ExactlyOnce(
    long Accepted,
    long Stored,
    IReadOnlyList<StoredTurn> Missing,
    IReadOnlyList<StoredTurn> Repeated,
    IReadOnlyList<StoredTurn> Unasked
)
{
    public bool Holds => Missing.Count == 0 && Repeated.Count == 0;

    public static ExactlyOnce Of(IEnumerable<StoredTurn> accepted, IEnumerable<StoredTurn> stored)
    {
        var turns = new Dictionary<StoredTurn, (int Accepted, int Stored)>();
        foreach (var turn in accepted)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(turns, turn, out _).Accepted++;
        }
        foreach (var turn in stored)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(turns, turn, out _).Stored++;
        }
        return new ExactlyOnce(
            turns.Values.Sum(count => (long)count.Accepted),
            turns.Values.Sum(count => (long)count.Stored),
            Beyond(turns, count => count.Accepted - count.Stored),
            Beyond(turns, count => count.Accepted > 0 ? count.Stored - count.Accepted : 0),
            Beyond(turns, count => count.Accepted > 0 ? 0 : count.Stored)
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"turns: {Accepted:#,0} accepted, {Stored:#,0} stored"
        )
        + Shown(Missing, "missing")
        + Shown(Repeated, "stored again")
        + Shown(Unasked, "stored and not accepted");

    private static StoredTurn[] Beyond(
        Dictionary<StoredTurn, (int Accepted, int Stored)> turns,
        Func<(int Accepted, int Stored), int> excess
    ) =>
        [.. turns.SelectMany(turn => Enumerable.Repeat(turn.Key, Math.Max(0, excess(turn.Value))))];

    private static string Shown(IReadOnlyList<StoredTurn> turns, string what) =>
        turns.Count == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $", {turns.Count:#,0} {what} (the first in session {turns[0].Session})"
            );
}

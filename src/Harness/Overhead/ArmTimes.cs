namespace GatewayBench;

/// <summary>How long one arm took for a request; all from its send.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Whole">Until the last byte, read and checked.</param>
/// <param name="FirstToken">Until the first text that a user sees; null without a stream of some.</param>
/// <param name="LastToken">Until the last such text; likewise.</param>
/// <param name="Pieces">Events with such text.</param>
internal readonly record struct ArmTimes(
    Outcome Outcome,
    TimeSpan Whole,
    TimeSpan? FirstToken,
    TimeSpan? LastToken,
    int Pieces
)
{
    public static ArmTimes Of(in Hit hit, StreamFigures? stream, TimeProvider clock)
    {
        var sent = hit.Sent;
        return new ArmTimes(
            hit.Outcome,
            clock.GetElapsedTime(sent, hit.Ended),
            Until(stream?.FirstToken),
            Until(stream?.LastToken),
            stream?.Pieces ?? 0
        );

        TimeSpan? Until(long? timestamp) =>
            timestamp is { } known and not 0 ? clock.GetElapsedTime(sent, known) : null;
    }

    /// <summary>With another one after it: what a user sees of several calls is the text of the last one.</summary>
    public ArmTimes Then(ArmTimes next) =>
        new(
            Outcome == Outcome.Success ? next.Outcome : Outcome,
            Whole + next.Whole,
            Whole + next.FirstToken,
            Whole + next.LastToken,
            next.Pieces
        );
}

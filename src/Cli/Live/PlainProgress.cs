namespace GatewayBench.Cli;

/// <summary>A run's progress as a line every few seconds, where there is no terminal.</summary>
/// <param name="writer">Where the lines go.</param>
internal sealed class PlainProgress(TextWriter writer)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private (int Row, LivePhase Phase) _at;
    private TimeSpan _told;

    public void Tell(LiveProgress now)
    {
        if (_at != (now.Row, now.Phase))
        {
            (_at, _told) = ((now.Row, now.Phase), TimeSpan.Zero);
        }
        if (now.Elapsed - _told < Interval)
        {
            return;
        }
        _told = now.Elapsed;
        string[] parts = [LiveText.Phase(now), LiveText.Figures(now), LiveText.Errors(now)];
        writer.WriteLine(string.Join("  ", parts.Where(part => part.Length > 0)));
    }
}

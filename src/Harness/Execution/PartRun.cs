namespace GatewayBench;

/// <summary>What the users of one row share of one part of its scenario, or of the whole.</summary>
internal sealed class PartRun : IDisposable
{
    private readonly RowRun _row;
    private readonly bool _countsWarmUp;
    private readonly ulong _draws;
    private readonly PromptFeed _prompts;
    private readonly bool _hasMarkers;

    private PartRun(
        RowRun row,
        Scenario scenario,
        RecorderShape shape,
        PartRun? of,
        bool countsWarmUp,
        ref int next
    )
    {
        (_row, Scenario, Index, _countsWarmUp) = (row, scenario, next++, countsWarmUp);
        Recorders = new RecorderSet(shape);
        Samples = new ErrorSamples(scenario.Name, of?.Samples, row.Secrets);
        _draws = DrawsOf(row.Seed, scenario.Name, Index);
        _hasMarkers = scenario.HasMarkers && of is not { _hasMarkers: false };
        _prompts =
            row.Prompts
            ?? (
                scenario.Feed == PromptFeed.Bundled && of is not null ? of._prompts : scenario.Feed
            );
        Prelude = scenario.Prelude is { } prelude ? NewPart(prelude, always: true, ref next) : null;
        var parts = new PartRun[scenario.Form.Parts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var opens = scenario.Form is SocketForm;
            parts[i] = NewPart(scenario.Form.Parts[i], countsWarmUp || opens, ref next);
        }
        Parts = parts;
    }

    public Scenario Scenario { get; }

    /// <summary>Its place in the whole, from 0 for that: the prelude first, each part's own parts before the next.</summary>
    public int Index { get; }

    public PartRun? Prelude { get; }

    public IReadOnlyList<PartRun> Parts { get; }

    /// <summary>This one, and all that it is made of.</summary>
    public IEnumerable<PartRun> WithParts =>
        Parts.SelectMany(part => part.WithParts).Concat(Prelude?.WithParts ?? []).Prepend(this);

    public RecorderSet Recorders { get; }

    public ErrorSamples Samples { get; }

    /// <summary>What its prompts are told apart by.</summary>
    public IReadOnlyList<string> PromptClasses => _prompts.Classes;

    public HttpMessageInvoker Client => _row.Client;

    public HttpMessageInvoker SocketClient => _row.SocketClient!;

    public TimeProvider Clock => _row.Clock;

    public TimeSpan Timeout => Scenario.MaxTime ?? _row.Timeout;

    public Pauses Pauses => _row.Pauses;

    /// <inheritdoc cref="RowRun.Cancelled" />
    public CancellationToken Cancelled => _row.Cancelled;

    /// <param name="row">What it is the whole of.</param>
    /// <param name="scenario">The row's.</param>
    /// <param name="hasSchedule">Whether the load says when iterations start.</param>
    public static PartRun WholeOf(RowRun row, Scenario scenario, bool hasSchedule)
    {
        var next = 0;
        var shape = new RecorderShape(row.Clock, scenario, hasSchedule, row.Slowest);
        return new PartRun(row, scenario, shape, of: null, countsWarmUp: false, ref next);
    }

    /// <exception cref="ScenarioException">The scenario could not make it.</exception>
    public HttpRequestMessage MakeRequest(User user, in HitId id)
    {
        Prepare(user, identity: null);
        var request = ScenarioCode.Request(Scenario, user);
        _row.TraceIds?.Mark(request, id);
        return request;
    }

    /// <summary>What the exchange was known by; null without an id that the harness made.</summary>
    public string? TraceIdOf(in HitId id) =>
        (Scenario.Form is HttpForm || _hasMarkers) && _row.TraceIds is { AreReplaced: false } ids
            ? ids.Of(id).ToString()
            : null;

    /// <summary>
    /// Lets a user draw this part's prompts for a turn on its socket. That has no header of its own,
    /// so its prompts say which exchange it is, unless they are to be alike.
    /// </summary>
    public void PrepareTurn(User user, in HitId id) =>
        Prepare(
            user,
            _hasMarkers && _row.TraceIds is { } ids ? PromptMarker.TextOf(ids.Of(id)) : null
        );

    /// <summary>Records a time between two pieces of a stream, if its iteration counts.</summary>
    public void CountGap(HitPhase phase, long gap)
    {
        if (phase == HitPhase.Measured)
        {
            Recorders.Mine.RecordGap(gap);
        }
    }

    /// <summary>Keeps the first successful reply of a row that has but one exchange.</summary>
    public void Keep(Reply reply)
    {
        if (Index == 0)
        {
            _row.Keep(reply);
        }
    }

    /// <summary>Counts one that has ended as a part, if the iteration that it is of counts.</summary>
    public void Count(in Hit hit, in HitId id, IStep step)
    {
        if (id.Phase != HitPhase.FirstCheck)
        {
            var isRecorded = id.Phase == HitPhase.Measured || _countsWarmUp;
            _row.Count(Recorders.Mine, hit, id, isRecorded, step);
        }
    }

    /// <summary>A number for the iteration, from 0 to below 1: the same in every run of a seed.</summary>
    public double Draw(in HitId id)
    {
        var hash = new StableHash(_draws);
        hash.Add((ulong)id.Phase);
        hash.Add(unchecked((ulong)id.User));
        return SplitMix64.UniformAt(hash.Value, (ulong)id.Number);
    }

    public void Dispose()
    {
        Recorders.Dispose();
        Prelude?.Dispose();
        foreach (var part in Parts)
        {
            part.Dispose();
        }
    }

    private void Prepare(User user, string? identity) =>
        user.Prepare(_prompts, _hasMarkers, identity);

    private PartRun NewPart(Scenario scenario, bool always, ref int next)
    {
        var shape = new RecorderShape(_row.Clock, scenario, hasSchedule: false, _row.Slowest);
        return new PartRun(_row, scenario, shape, this, always, ref next);
    }

    private static ulong DrawsOf(ulong seed, string name, int index)
    {
        var hash = new StableHash(seed);
        hash.Add(name);
        hash.Add((ulong)index);
        return hash.Value;
    }
}

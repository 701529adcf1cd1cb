using System.Collections;

namespace GatewayBench;

/// <summary>The outages of a provider. Where two overlap, the one that was added first counts.</summary>
public sealed class OutageCollection : IReadOnlyCollection<Outage>
{
    private readonly List<Outage> _outages = [];

    /// <summary>How many there are.</summary>
    public int Count => _outages.Count;

    /// <summary>Adds an outage.</summary>
    /// <param name="outage">When, how long and with which status.</param>
    public void Add(Outage outage)
    {
        ArgumentNullException.ThrowIfNull(outage);
        _outages.Add(outage);
    }

    /// <summary>Adds an outage.</summary>
    /// <param name="from">When it begins, counted from the provider's start, as <see cref="Duration"/>
    /// reads it: <c>10s</c>.</param>
    /// <param name="duration">How long it lasts, above zero: <c>5s</c>.</param>
    /// <param name="status">The HTTP status of the errors: 500 to 599; 503 by default.</param>
    /// <exception cref="ArgumentException">A value is no duration, or out of range.</exception>
    public void Add(string from, string duration, int status = 503) =>
        Add(
            new Outage(
                Duration.ParseOption(from, nameof(from)),
                Duration.ParseOption(duration, nameof(duration)),
                status
            )
        );

    /// <summary>Adds outages as flags and settings write them: <c>10s+5s:503,1m+10s</c>.</summary>
    /// <param name="outages">One or more, each as <see cref="Outage.Parse"/> reads it, with commas
    /// between.</param>
    /// <exception cref="FormatException">One of them is no outage; none is added.</exception>
    public void Add(string outages)
    {
        ArgumentNullException.ThrowIfNull(outages);
        _outages.AddRange(
            outages.Split(',', StringSplitOptions.TrimEntries).Select(Outage.Parse).ToArray()
        );
    }

    /// <inheritdoc/>
    public IEnumerator<Outage> GetEnumerator() => _outages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

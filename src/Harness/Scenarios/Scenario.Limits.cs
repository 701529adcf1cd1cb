using System.Globalization;
using System.Net;

namespace GatewayBench;

/// <content>What a reply is measured by beyond its checks.</content>
public sealed partial record Scenario
{
    /// <summary>How long an exchange may take; null for the run's time-out.</summary>
    internal TimeSpan? MaxTime { get; private init; }

    /// <summary>The status that counts as success; null for any 2xx.</summary>
    private int? Status { get; init; }

    /// <summary>The scenario with exchanges that are given up, as <see cref="Outcome.Timeout"/>, after a time of its own.</summary>
    internal Scenario Within(TimeSpan time) => this with { MaxTime = time };

    /// <summary>The scenario with one status that counts as success, and no other.</summary>
    internal Scenario ExpectStatus(int status)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"status is {status}");
        return (this with { Status = status }).Check(name, reply => (int)reply.Status == status);
    }

    /// <summary>What a reply is before its checks.</summary>
    internal Outcome OutcomeOf(HttpStatusCode status) =>
        Status == (int)status ? Outcome.Success : ErrorClassifier.OfStatus(status);
}

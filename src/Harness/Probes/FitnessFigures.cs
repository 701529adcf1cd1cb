namespace GatewayBench;

/// <summary>What <see cref="FitnessProbe"/> found out about a machine; null what it could not.</summary>
internal sealed record FitnessFigures
{
    /// <summary>The same calculation, again and again.</summary>
    public required IReadOnlyList<double> LoopMicroseconds { get; init; }

    /// <summary>Exchanges per second of the load client with canned bytes in memory, spell by spell.</summary>
    public required IReadOnlyList<double> CannedRates { get; init; }

    /// <summary>What happened on the machine meanwhile.</summary>
    public required HostActivity Activity { get; init; }

    /// <summary>Pages swapped in or out meanwhile.</summary>
    public required long? PagesSwapped { get; init; }

    public required MemoryFigures? Memory { get; init; }

    public required ClockFigures Clock { get; init; }

    public required DescriptorLimit? Descriptors { get; init; }

    public required PowerState Power { get; init; }

    /// <summary>Processors that this process may use.</summary>
    public required int Cores { get; init; }

    /// <summary>The processors' worth of time that a container grants; null without a limit.</summary>
    public required double? CpuQuota { get; init; }

    /// <summary>Settings of the runtime that are in force, <c>name=value</c> each.</summary>
    public required IReadOnlyList<string> RuntimeKnobs { get; init; }

    public required bool IsDebugged { get; init; }
}

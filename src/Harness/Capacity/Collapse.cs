namespace GatewayBench;

/// <summary>More users get less done.</summary>
/// <param name="Users">From so many on.</param>
/// <param name="Peak">Successes per second before, at the best.</param>
/// <param name="Rate">Their median from there on.</param>
public sealed record Collapse(int Users, double Peak, double Rate);

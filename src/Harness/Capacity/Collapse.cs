namespace GatewayBench;

/// <summary>More users get less done.</summary>
/// <param name="Users">From so many on nothing comes near the best rate any more.</param>
/// <param name="LeastUsers">
/// The lower end of its 95 % interval, a number that was tried; 0 where it may lie before all that were.
/// </param>
/// <param name="MostUsers">The upper end, a number that was tried.</param>
/// <param name="Peak">Successes per second before, at the best.</param>
/// <param name="Rate">Their median from there on.</param>
public sealed record Collapse(int Users, int LeastUsers, int MostUsers, double Peak, double Rate);

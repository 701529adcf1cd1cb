namespace GatewayBench;

/// <summary>
/// Where throughput stops growing in proportion to the users: below is the linear region.
/// </summary>
/// <param name="Users">The most likely number.</param>
/// <param name="LeastUsers">
/// The lower end of its 95 % interval, a number that was tried: up to here it is linear. 0 where it may lie
/// before all that were.
/// </param>
/// <param name="MostUsers">The upper end, a number that was tried.</param>
/// <param name="Rate">Successes per second there.</param>
/// <param name="RatePerUser">Successes per second that each user adds below it.</param>
/// <param name="RatePerUserBeyond">The same beyond it; below zero where more users get less done.</param>
public sealed record Knee(
    double Users,
    double LeastUsers,
    double MostUsers,
    double Rate,
    double RatePerUser,
    double RatePerUserBeyond
);

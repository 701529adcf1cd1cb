namespace GatewayBench;

/// <summary>One line of a result's table: a scenario, under a load, against a target.</summary>
/// <param name="Target">What is loaded; started when its first row begins.</param>
/// <param name="Scenario">What a user does.</param>
/// <param name="Load">When it is done.</param>
public sealed record Row(ITarget Target, Scenario Scenario, Load Load);

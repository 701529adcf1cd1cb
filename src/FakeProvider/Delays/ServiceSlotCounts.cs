namespace GatewayBench;

/// <param name="InService">Requests that hold a slot.</param>
/// <param name="Waiting">Requests that wait for one.</param>
/// <param name="Refused">Requests that found the queue full, since the start.</param>
internal readonly record struct ServiceSlotCounts(int InService, int Waiting, long Refused);

namespace GatewayBench;

/// <summary>A report could not be written; the message names the folder and the cause. The console report is out all the same.</summary>
public sealed class ReportException(string message, Exception inner) : Exception(message, inner);

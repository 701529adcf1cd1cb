namespace GatewayBench.Cli;

/// <summary>A file that is to be written.</summary>
/// <param name="Path">Below the folder of the new project, with slashes.</param>
/// <param name="Text">What is in it.</param>
internal sealed record NewFile(string Path, string Text);

namespace BrokenWorker;

/// <param name="Message">What the user says.</param>
internal sealed record Question(string Message);

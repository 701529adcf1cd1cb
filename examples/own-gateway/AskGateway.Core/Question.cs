namespace AskGateway;

public sealed record Question(string Text);

public sealed record Answer(string Text);

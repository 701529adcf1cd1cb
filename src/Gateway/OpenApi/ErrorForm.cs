namespace Gateway;

/// <summary>The two forms in which errors are told, as the document names them.</summary>
/// <param name="Prefix">Of the names of the shared answers.</param>
/// <param name="Type">What the body is written from.</param>
/// <param name="ContentType">The body's.</param>
internal sealed record ErrorForm(string Prefix, Type Type, string ContentType)
{
    private static readonly ErrorForm Problem = new(
        "Problem",
        typeof(ProblemAnswer),
        "application/problem+json"
    );

    private static readonly ErrorForm OpenAi = new(
        "OpenAiError",
        typeof(OpenAiErrorBody),
        "application/json"
    );

    public static readonly IReadOnlyList<ErrorForm> All = [Problem, OpenAi];

    /// <param name="path">Relative, as the framework has it.</param>
    public static ErrorForm At(string? path) =>
        OpenAiError.IsExpectedAt($"/{path}") ? OpenAi : Problem;

    /// <summary>The shared answer of a status.</summary>
    public string NameOf(int status) => $"{Prefix}{status}";
}

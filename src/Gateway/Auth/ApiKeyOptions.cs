namespace Gateway;

/// <summary>Section <c>Auth:ApiKeys:NAME</c>.</summary>
internal sealed class ApiKeyOptions
{
    /// <summary>SHA-256 of the key in hexadecimal, as <c>--hash key</c> prints it.</summary>
    public string Hash { get; set; } = "";

    /// <summary>One or more of <see cref="Scopes.All"/>, separated by spaces.</summary>
    public string Scopes { get; set; } = "";
}

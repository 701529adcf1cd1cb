namespace Gateway;

/// <summary>What a provider says of a request that it rejects.</summary>
/// <param name="Code">Its name for what is wrong, such as <c>context_length_exceeded</c>.</param>
/// <param name="Param">The field that is at fault, by its path in the request to the provider.</param>
/// <param name="Message">
/// Its own words, which may quote the prompt or name what is the gateway's: for nobody but the caller
/// whose request it is, and only as far as they are <see cref="HarmlessWords"/>.
/// </param>
internal sealed record ProviderRefusal(string? Code, string? Param, string? Message)
{
    // Else the message would be in whatever prints an exception's parts.
    public override string ToString() => nameof(ProviderRefusal);
}

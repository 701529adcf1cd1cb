namespace Gateway;

/// <summary>
/// What the document says of problems (RFC 9457), whose members depend on what is wrong. Other types
/// are what they are written from.
/// </summary>
/// <param name="Title">The status in words.</param>
/// <param name="Status">HTTP's.</param>
/// <param name="RequestId">What logs know the request by.</param>
/// <param name="Type">Where the status is explained.</param>
/// <param name="Detail">What is wrong, as a sentence.</param>
/// <param name="Errors">What is wrong with a request that is not valid, by field.</param>
/// <param name="Limit">The limit that refused it.</param>
/// <param name="Dependency">What failed, if it was none of the gateway's own.</param>
/// <param name="Reason">The failure's name.</param>
/// <param name="Code">The provider's own name for what is wrong with the request.</param>
internal sealed record ProblemAnswer(
    string Title,
    int Status,
    string RequestId,
    string? Type = null,
    string? Detail = null,
    IReadOnlyDictionary<string, string[]>? Errors = null,
    string? Limit = null,
    string? Dependency = null,
    string? Reason = null,
    string? Code = null
);

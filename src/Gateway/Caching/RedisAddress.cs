namespace Gateway;

/// <summary>Where a Redis listens.</summary>
internal sealed record RedisAddress(string Host, int Port)
{
    /// <returns>Null if the text is not <c>host:port</c>, or has more in it.</returns>
    public static RedisAddress? TryParse(string text) =>
        Uri.TryCreate($"redis://{text}", UriKind.Absolute, out var uri)
        && uri.Port > 0
        && uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length == 0
        && uri.AbsolutePath is "" or "/"
        && !text.EndsWith('/')
            ? new(uri.DnsSafeHost, uri.Port)
            : null;
}

namespace Gateway;

/// <summary>Redis answered, but not with what was asked for.</summary>
/// <param name="code">The first word of its error, such as <c>NOAUTH</c>, or what else is wrong.</param>
internal sealed class RedisException(string code) : Exception($"Redis answered {code}.");

namespace GatewayBench;

/// <summary>Reads the URL of a remote target, and judges whether it may be loaded.</summary>
internal static class RemoteAddress
{
    /// <returns>With a slash at the end, so that paths are added to its own.</returns>
    /// <exception cref="ArgumentException">It can't be one; a secret in it is not repeated.</exception>
    public static Uri Parse(string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            throw Refused(url, "does not parse as a URL");
        }
        var problem =
            uri.UserInfo.Length > 0 ? "has a user or password"
            : uri.Scheme is not ("http" or "https") ? $"has the scheme {uri.Scheme}"
            : uri.Query.Length > 0 ? "has a query"
            : uri.Fragment.Length > 0 ? "has a fragment"
            : null;
        return problem is not null ? throw Refused(url, problem)
            : uri.AbsolutePath.EndsWith('/') ? uri
            : new Uri(uri.AbsoluteUri + '/');
    }

    /// <summary>Repeats nothing that may be a secret: what stands before an @, in a query or behind it.</summary>
    private static ArgumentException Refused(string url, string problem)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var shown =
            url.Contains('@', StringComparison.Ordinal) ? "The URL"
            : end < 0 ? $"'{url}'"
            : $"'{url[..(end + 1)]}...'";
        return new ArgumentException(
            $"{shown} {problem}; allowed: http://HOST or https://HOST, with a port and a path if "
                + "need be, and without user, query and fragment.",
            nameof(url)
        );
    }

    /// <exception cref="TargetStartException">Neither loopback nor named.</exception>
    public static void RequireAllowed(Uri url, IReadOnlyCollection<string> hosts)
    {
        if (!url.IsLoopback && !hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase))
        {
            var named = string.Concat(hosts.Select(host => $", {host}"));
            throw new TargetStartException(
                $"'{url}' is not on this machine; allowed: loopback{named}."
                    + $" If it is yours to load, add .Allow(\"{url.IdnHost}\")."
            );
        }
    }
}

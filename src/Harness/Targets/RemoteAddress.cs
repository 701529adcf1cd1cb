namespace GatewayBench;

/// <summary>Reads the URL of a remote target, and judges whether it may be loaded.</summary>
internal static class RemoteAddress
{
    /// <returns>With a slash at the end, so that paths are added to its own.</returns>
    /// <exception cref="ArgumentException">It can't be one; a secret in it is not repeated.</exception>
    public static Uri Parse(string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
        {
            // Whatever does not parse may hold a secret as well.
            var what = uri is null
                ? "The URL does not parse"
                : $"The URL of {uri.Host} has a user or password";
            throw new ArgumentException(
                $"{what}; allowed: http://HOST or https://HOST, with a port and a path if need be, and without a user.",
                nameof(url)
            );
        }
        if (
            uri.Scheme is not ("http" or "https")
            || uri.Query.Length > 0
            || uri.Fragment.Length > 0
        )
        {
            throw new ArgumentException(
                $"'{uri.GetLeftPart(UriPartial.Path)}' is not the URL of a target; allowed: http or https, without query and fragment.",
                nameof(url)
            );
        }
        return uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + '/');
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

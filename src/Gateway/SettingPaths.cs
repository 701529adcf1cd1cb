namespace Gateway;

/// <summary>Paths in settings.</summary>
internal static class SettingPaths
{
    /// <summary>
    /// Relative ones are so to the content root, where the settings are, and not to the folder that
    /// somebody happens to be in; an empty one stays empty.
    /// </summary>
    public static string PathOf(this IHostEnvironment environment, string path) =>
        path is "" ? "" : Path.Combine(environment.ContentRootPath, path);
}

namespace Gateway;

/// <summary>Section <c>Auth</c>: who may call, and how callers show who they are.</summary>
internal sealed class AuthOptions
{
    public const string Section = "Auth";

    /// <summary>Off, everybody is <see cref="Caller.Anonymous"/> and may do everything. Default on.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long a token from a login is good for, in seconds, 60 to 86,400. Default 3,600.</summary>
    public int TokenSeconds { get; set; } = 3600;

    /// <summary>
    /// Logins that may fail in a minute, for each user and for each address, 1 to 1,000,000; those
    /// under way count. Default 10.
    /// </summary>
    public int FailedLoginsPerMinute { get; set; } = 10;

    /// <summary>
    /// Folder for the keys that tokens are made with, relative to the content root. Default empty: the keys stay in memory, and
    /// tokens end with the process and are good for no other. Instances that share the folder accept
    /// each other's. The keys in it are not encrypted: it must be the gateway's alone.
    /// </summary>
    public string KeysPath { get; set; } = "";

    /// <summary>Who may log in, by name. Default nobody.</summary>
    public Dictionary<string, UserOptions> Users { get; } = [];

    /// <summary>API keys, by the name that their callers go by. Default none.</summary>
    public Dictionary<string, ApiKeyOptions> ApiKeys { get; } = [];
}

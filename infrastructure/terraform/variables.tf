variable "region" {
  description = "Where all of it lies; São Paulo is nearest to ANEEL's service."
  type        = string
  default     = "sa-east-1"
}

variable "environment" {
  description = "production is protected against deletion and has a standby database; any other name has neither."
  type        = string
  default     = "staging"
}

variable "kubernetes_version" {
  description = "Version of the cluster."
  type        = string
  default     = "1.34"
}

variable "node_type" {
  description = "Machine of a node: a task needs up to 1 GiB and a core."
  type        = string
  default     = "m7i.large"
}

variable "nodes_at_most" {
  description = "Most nodes that the cluster grows to."
  type        = number
  default     = 4
}

variable "database_type" {
  description = "Machine of the database."
  type        = string
  default     = "db.m7g.large"
}

variable "database_gib_at_most" {
  description = "Most storage that the database grows to, in GiB."
  type        = number
  default     = 500
}

variable "images" {
  description = "Programs of which the registry holds images."
  type        = list(string)
  default     = ["airflow", "migrate-store", "extract-sigel", "downsample-telemetry", "load-postgis", "export-tableau", "maintain-store", "watch-store"]
}

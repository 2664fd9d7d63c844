output "store_address" {
  description = "Host of the database, for CATAVENTO_DB_URL."
  value       = aws_db_instance.store.address
}

output "superuser_password" {
  description = "Password of postgres, the server's master, for infrastructure/postgis/set-up-cluster."
  value       = random_password.superuser.result
  sensitive   = true
}

output "registry" {
  description = "Address of each image's repository."
  value       = { for name, repository in aws_ecr_repository.image : name => repository.repository_url }
}

output "backup_bucket" {
  description = "For ./catavento backup --to s3://BUCKET/PREFIX of an installation on one machine (CATAVENTO_BACKUP_S3_REGION is region); of the database here it has nothing."
  value       = aws_s3_bucket.backups.id
}

output "cluster_name" {
  description = "For aws eks update-kubeconfig."
  value       = module.cluster.cluster_name
}
